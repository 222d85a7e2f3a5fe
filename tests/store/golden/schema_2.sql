BEGIN TRANSACTION;
CREATE TABLE card (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    deck INTEGER NOT NULL REFERENCES deck (id),
    position INTEGER NOT NULL, -- the order in which the deck is to be learnt
    front TEXT NOT NULL,
    back TEXT NOT NULL,
    topic TEXT NOT NULL,
    formula TEXT NOT NULL,
    why TEXT NOT NULL,
    tags TEXT NOT NULL, -- a JSON list
    scene TEXT NOT NULL
, challenge TEXT NOT NULL DEFAULT '', suspended INTEGER NOT NULL DEFAULT 0 CHECK (suspended IN (0, 1)), buried_day INTEGER NOT NULL DEFAULT 0, edited INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)), deleted_ms INTEGER) STRICT;
INSERT INTO "card" VALUES(1,'card-0',1,0,'What is a gate? (0)','A number between 0 and 1.','gates','f_t = \sigma(z_f)','Because σ keeps it there.','["gate", "σ"]','forget','',0,0,0,NULL);
INSERT INTO "card" VALUES(2,'card-1',1,1,'What is a gate? (1)','A number between 0 and 1.','memory','f_t = \sigma(z_f)','Because σ keeps it there.','["gate", "σ"]','forget','',0,0,0,NULL);
INSERT INTO "card" VALUES(3,'card-2',1,2,'What is a gate? (2)','A number between 0 and 1.','training','f_t = \sigma(z_f)','Because σ keeps it there.','["gate", "σ"]','forget','',0,0,0,NULL);
INSERT INTO "card" VALUES(4,'card-3',1,3,'What is a gate? (3)','A number between 0 and 1.','gates','f_t = \sigma(z_f)','Because σ keeps it there.','["gate", "σ"]','forget','',0,0,0,NULL);
INSERT INTO "card" VALUES(5,'card-4',1,4,'What is a gate? (4)','A number between 0 and 1.','memory','f_t = \sigma(z_f)','Because σ keeps it there.','["gate", "σ"]','forget','',0,0,0,NULL);
INSERT INTO "card" VALUES(6,'card-5',1,5,'What is a gate? (5)','A number between 0 and 1.','training','f_t = \sigma(z_f)','Because σ keeps it there.','["gate", "σ"]','forget','',0,0,0,NULL);
CREATE TABLE deck (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL
, new_per_day INTEGER CHECK (new_per_day >= 0), retention REAL CHECK (retention > 0 AND retention < 1), exam_day INTEGER, arranged INTEGER NOT NULL DEFAULT 0 CHECK (arranged IN (0, 1)), deleted_ms INTEGER) STRICT;
INSERT INTO "deck" VALUES(1,'Gates','About Gates.',NULL,NULL,NULL,0,NULL);
CREATE TABLE edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: it tells one state from another
    at_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    deck TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
    first_event INTEGER, -- the ratings that came with an import
    last_event INTEGER
) STRICT;
INSERT INTO "edit" VALUES(1,1748772000000,'import','Gates',0,NULL,NULL);
CREATE TABLE edit_card (
    edit INTEGER NOT NULL REFERENCES edit (id) ON DELETE CASCADE,
    card INTEGER NOT NULL, -- its row id, which may be gone
    before TEXT, -- a JSON object of the row; NULL: it was not there
    after TEXT,
    PRIMARY KEY (edit, card)
) STRICT, WITHOUT ROWID;
INSERT INTO "edit_card" VALUES(1,1,NULL,'{"deck":1,"position":0,"uid":"card-0","front":"What is a gate? (0)","back":"A number between 0 and 1.","topic":"gates","formula":"f_t = \\sigma(z_f)","why":"Because σ keeps it there.","tags":"[\"gate\", \"σ\"]","scene":"forget","challenge":"","suspended":0,"buried_day":0,"edited":0,"deleted_ms":null}');
INSERT INTO "edit_card" VALUES(1,2,NULL,'{"deck":1,"position":1,"uid":"card-1","front":"What is a gate? (1)","back":"A number between 0 and 1.","topic":"memory","formula":"f_t = \\sigma(z_f)","why":"Because σ keeps it there.","tags":"[\"gate\", \"σ\"]","scene":"forget","challenge":"","suspended":0,"buried_day":0,"edited":0,"deleted_ms":null}');
INSERT INTO "edit_card" VALUES(1,3,NULL,'{"deck":1,"position":2,"uid":"card-2","front":"What is a gate? (2)","back":"A number between 0 and 1.","topic":"training","formula":"f_t = \\sigma(z_f)","why":"Because σ keeps it there.","tags":"[\"gate\", \"σ\"]","scene":"forget","challenge":"","suspended":0,"buried_day":0,"edited":0,"deleted_ms":null}');
INSERT INTO "edit_card" VALUES(1,4,NULL,'{"deck":1,"position":3,"uid":"card-3","front":"What is a gate? (3)","back":"A number between 0 and 1.","topic":"gates","formula":"f_t = \\sigma(z_f)","why":"Because σ keeps it there.","tags":"[\"gate\", \"σ\"]","scene":"forget","challenge":"","suspended":0,"buried_day":0,"edited":0,"deleted_ms":null}');
INSERT INTO "edit_card" VALUES(1,5,NULL,'{"deck":1,"position":4,"uid":"card-4","front":"What is a gate? (4)","back":"A number between 0 and 1.","topic":"memory","formula":"f_t = \\sigma(z_f)","why":"Because σ keeps it there.","tags":"[\"gate\", \"σ\"]","scene":"forget","challenge":"","suspended":0,"buried_day":0,"edited":0,"deleted_ms":null}');
INSERT INTO "edit_card" VALUES(1,6,NULL,'{"deck":1,"position":5,"uid":"card-5","front":"What is a gate? (5)","back":"A number between 0 and 1.","topic":"training","formula":"f_t = \\sigma(z_f)","why":"Because σ keeps it there.","tags":"[\"gate\", \"σ\"]","scene":"forget","challenge":"","suspended":0,"buried_day":0,"edited":0,"deleted_ms":null}');
CREATE TABLE edit_deck (
    edit INTEGER NOT NULL REFERENCES edit (id) ON DELETE CASCADE,
    deck INTEGER NOT NULL, -- its row id, which may be gone
    before TEXT,
    after TEXT,
    PRIMARY KEY (edit, deck)
) STRICT, WITHOUT ROWID;
INSERT INTO "edit_deck" VALUES(1,1,NULL,'{"name":"Gates","description":"About Gates.","new_per_day":null,"retention":null,"exam_day":null,"arranged":0,"deleted_ms":null}');
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    at_ms INTEGER NOT NULL, -- UTC
    offset_min INTEGER NOT NULL, -- what the person's clock was ahead of UTC
    study_day INTEGER NOT NULL,
    card INTEGER NOT NULL REFERENCES card (id),
    voids INTEGER REFERENCES event (id),
    rating INTEGER CHECK (rating BETWEEN 1 AND 5),
    mode TEXT,
    response_ms INTEGER,
    
    before_stability REAL CHECK (before_stability > 0),
    before_difficulty REAL CHECK (before_difficulty BETWEEN 1 AND 10),
    before_last_review_ms INTEGER,
    before_last_day INTEGER,
    before_due_day INTEGER,
    before_due_at_ms INTEGER,
    before_repetitions INTEGER CHECK (before_repetitions >= 0),
    before_lapses INTEGER CHECK (before_lapses >= 0)
,
    
    after_stability REAL CHECK (after_stability > 0),
    after_difficulty REAL CHECK (after_difficulty BETWEEN 1 AND 10),
    after_last_review_ms INTEGER,
    after_last_day INTEGER,
    after_due_day INTEGER,
    after_due_at_ms INTEGER,
    after_repetitions INTEGER CHECK (after_repetitions >= 0),
    after_lapses INTEGER CHECK (after_lapses >= 0)
, confidence INTEGER CHECK (confidence BETWEEN 0 AND 100), correct INTEGER CHECK (correct IN (0, 1)), hints INTEGER NOT NULL DEFAULT 0 CHECK (hints >= 0), retention REAL CHECK (retention BETWEEN 0.7 AND 0.99), exam_day INTEGER,
    CHECK ((voids IS NULL) = (rating IS NOT NULL))
) STRICT;
INSERT INTO "event" VALUES(1,X'38047D0363E0404C96FBC5B205CB0C24',1748772000000,120,739403,1,NULL,5,'review',4200,NULL,NULL,NULL,NULL,0,NULL,0,0,8.2956,1.0,1748772000000,739403,739411,NULL,1,0,NULL,NULL,0,0.9,NULL);
INSERT INTO "event" VALUES(2,X'A4723D59430442EC86A27E2BF480FD9E',1748772020000,120,739403,2,NULL,1,'review',4200,NULL,NULL,NULL,NULL,0,NULL,0,0,0.212,6.4133,1748772020000,739403,739403,1748772080000,1,0,NULL,NULL,0,0.9,NULL);
INSERT INTO "event" VALUES(3,X'9207E2E6B41949B5B90F712E2165AE9A',1748772090000,120,739403,2,NULL,4,'review',4200,0.212,6.4133,1748772020000,739403,739403,1748772080000,1,0,2.46689187775672724711e-01,6.40211506929683782374e+00,1748772090000,739403,739404,NULL,2,0,NULL,NULL,0,0.9,NULL);
INSERT INTO "event" VALUES(4,X'14DDE4FCCC144039A1BF1F2FC9574B6D',1748858400000,120,739404,3,NULL,3,'review',4200,NULL,NULL,NULL,NULL,0,NULL,0,0,1.2931,5.11217070560105568688e+00,1748858400000,739404,739405,NULL,1,0,NULL,NULL,0,0.9,NULL);
INSERT INTO "event" VALUES(5,X'4BD56F69C6F940208A947F9B2EADD381',1748858405000,120,739404,3,4,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL);
INSERT INTO "event" VALUES(6,X'7CF4E9299145457182D1A2E6BE384D81',1748858409000,120,739404,3,NULL,4,'review',4200,NULL,NULL,NULL,NULL,0,NULL,0,0,2.3065,2.11810397045901588342e+00,1748858409000,739404,739406,NULL,1,0,NULL,NULL,0,0.9,NULL);
INSERT INTO "event" VALUES(7,X'ADC5EE83F5724EB4BE3BE1D811E86623',1749549600000,120,739412,1,NULL,2,'review',4200,8.2956,1.0,1748772000000,739403,739411,NULL,1,0,1.40745801163125405786e+00,7.02698956929683848926e+00,1749549600000,739412,739412,1749550200000,2,1,NULL,NULL,0,0.9,NULL);
CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    deck TEXT NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL
, undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))) STRICT;
INSERT INTO "import" VALUES(1,1748772000000,'Gates',6,0,0);
CREATE TABLE media (
    name TEXT PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;
CREATE TABLE memory (
    card INTEGER PRIMARY KEY REFERENCES card (id),
    deck INTEGER NOT NULL,
    position INTEGER NOT NULL,
    
    stability REAL CHECK (stability > 0),
    difficulty REAL CHECK (difficulty BETWEEN 1 AND 10),
    last_review_ms INTEGER,
    last_day INTEGER,
    due_day INTEGER,
    due_at_ms INTEGER,
    repetitions INTEGER CHECK (repetitions >= 0),
    lapses INTEGER CHECK (lapses >= 0)
,
    shuffle INTEGER NOT NULL -- mixes the cards due on one day
, suspended INTEGER NOT NULL DEFAULT 0, buried_day INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "memory" VALUES(1,1,0,1.40745801163125405786e+00,7.02698956929683848926e+00,1749549600000,739412,739412,1749550200000,2,1,46984239,0,0);
INSERT INTO "memory" VALUES(2,1,1,2.46689187775672724711e-01,6.40211506929683782374e+00,1748772090000,739403,739404,NULL,2,0,1873289764,0,0);
INSERT INTO "memory" VALUES(3,1,2,2.3065,2.11810397045901588342e+00,1748858409000,739404,739406,NULL,1,0,745061258,0,0);
INSERT INTO "memory" VALUES(4,1,3,NULL,NULL,NULL,NULL,0,NULL,0,0,703411777,0,0);
INSERT INTO "memory" VALUES(5,1,4,NULL,NULL,NULL,NULL,0,NULL,0,0,1203557204,0,0);
INSERT INTO "memory" VALUES(6,1,5,NULL,NULL,NULL,NULL,0,NULL,0,0,1487068179,0,0);
CREATE INDEX card_deck ON card (deck, position);
CREATE INDEX event_card ON event (card);
CREATE UNIQUE INDEX event_voids ON event (voids) WHERE voids IS NOT NULL;
CREATE INDEX event_day ON event (study_day);
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE INDEX memory_new ON memory (deck, position, buried_day) WHERE stability IS NULL AND suspended = 0;
CREATE INDEX memory_due ON memory (deck, due_day, shuffle, buried_day, last_day)
    WHERE stability IS NOT NULL AND due_at_ms IS NULL AND suspended = 0;
CREATE INDEX memory_due_anywhere ON memory (due_day, shuffle, buried_day)
    WHERE stability IS NOT NULL AND due_at_ms IS NULL AND suspended = 0;
CREATE INDEX memory_waiting ON memory (due_at_ms, deck, buried_day)
    WHERE due_at_ms IS NOT NULL AND suspended = 0;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('edit',1);
COMMIT;
CREATE VIRTUAL TABLE card_text USING fts5 (
    front, back, topic, formula, why, tags, content = 'card', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO card_text (card_text) VALUES ('rebuild');
PRAGMA application_id = 1280529485;
PRAGMA user_version = 2;
