"""What training costs: parameters, multiply–adds, memory, and the time that an update really takes."""
