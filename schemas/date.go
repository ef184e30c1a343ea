package schemas

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// dateVariant says why something is no ISO day, and which day may be meant.
func dateVariant(written string) (string, messages.Args) {
	day := likelyDay(written)
	switch {
	case day == "":
		return "input/date", nil
	case isDay(day) && day != written:
		return "input/date.suggest", messages.Args{"suggestion": day}
	case day == written:
		return "input/date.none", nil
	}
	return "input/date", nil
}

// likelyDay reads the orders that leave no doubt, year-month-day and, as Europe writes it,
// day-month-year, with any of the usual marks between. A day of both readings is year first or four digits last.
func likelyDay(written string) string {
	parts := strings.FieldsFunc(written, func(r rune) bool { return r < '0' || r > '9' })
	if len(parts) < 3 || len(written) > len("2020-12-31T00:00:00.000+00:00") {
		return ""
	}
	year, month, day := parts[0], parts[1], parts[2]
	if len(year) != 4 {
		year, day = day, year
	}
	if len(year) != 4 || len(month) > 2 || len(day) > 2 {
		return ""
	}
	m, errMonth := strconv.Atoi(month)
	d, errDay := strconv.Atoi(day)
	if errMonth != nil || errDay != nil {
		return ""
	}
	return fmt.Sprintf("%s-%02d-%02d", year, m, d)
}

func isDay(written string) bool {
	_, err := time.Parse(time.DateOnly, written)
	return err == nil
}
