// Command empty does nothing: what is left is the cost of starting a Go program.
package main

func main() {}
