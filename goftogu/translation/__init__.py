"""The English side: packages, the engine that translates, and the memory that keeps what was translated."""
