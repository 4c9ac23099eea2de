// A home for the header that is compiled once.
