"""The engine `chat`: a language model behind an address that speaks the protocol of OpenAI."""
