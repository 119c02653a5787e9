"""The server for the person at the keyboard."""
