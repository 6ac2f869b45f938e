"""The language of error functions: typed text to tokens, grammar, parser and expression tree."""
