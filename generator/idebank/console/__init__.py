"""What the command line and the plug-in say while they work: the same words in both."""
