"""Moving pictures as files: frames in, the bytes of a GIF, an animated PNG, a WebP or an MP4 out."""
