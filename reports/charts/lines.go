package charts

import (
	"strings"
	"unicode/utf8"
)

// maxLines is how many lines a title may have: a longer one is cut and marked, and is whole in the table.
const maxLines = 3

// wrap breaks text into lines that fit a width, at blanks where it can. No letter is measured: each is taken for a
// wide one.
func wrap(text string, width float64) []string {
	room := max(1, int(width/letter))
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		for _, part := range pieces(word, room) {
			switch {
			case line == "":
				line = part
			case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(part) <= room:
				line += " " + part
			default:
				lines, line = append(lines, line), part
			}
		}
		if len(lines) > maxLines {
			break
		}
	}
	lines = append(lines, line)
	if len(lines) > maxLines {
		lines = lines[:maxLines]
		lines[maxLines-1] = cut(lines[maxLines-1], room)
	}
	return lines
}

// pieces cuts a word that is longer than a line.
func pieces(word string, room int) []string {
	var list []string
	runes := []rune(word)
	for len(runes) > room && len(list) <= maxLines {
		list, runes = append(list, string(runes[:room])), runes[room:]
	}
	return append(list, string(runes))
}

// cut marks a line that does not go on.
func cut(line string, room int) string {
	runes := []rune(line)
	if len(runes) >= room {
		runes = runes[:room-1]
	}
	return string(runes) + "…"
}

// paragraph writes wrapped text from a first baseline and returns the baseline after its last line.
func (c *canvas) paragraph(x, y, width float64, class, text string) float64 {
	for _, line := range wrap(text, width) {
		c.text(x, y, class, line)
		y += lineStep
	}
	return y
}
