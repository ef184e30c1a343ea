package eif

// LastYear is the last data year that a file may name: further ahead it is a slip of the pen.
const LastYear = 2100
