//go:build race

package document

// raceDetector tells that everything takes ten times as long.
const raceDetector = true
