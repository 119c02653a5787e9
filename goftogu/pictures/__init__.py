"""Pictures: what they are, the sizes in which they are published, and the cards that messengers show."""
