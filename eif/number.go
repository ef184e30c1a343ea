package eif

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// String prints the number for people: whole, or with two decimals: 4, 3.50, 3.47, -0.50.
func (h Hundredths) String() string {
	if h%100 == 0 {
		return string(h.append(nil))
	}
	return h.Fixed()
}

// Fixed prints the number with two decimals, beside others that have them: 4.00, 3.47, -0.50.
func (h Hundredths) Fixed() string { return strconv.FormatFloat(float64(h)/100, 'f', 2, 64) }

// MarshalJSON writes a JSON number without needless zeros: 4, 3.5, 3.47, -0.5.
func (h Hundredths) MarshalJSON() ([]byte, error) { return h.append(nil), nil }

// UnmarshalJSON reads what MarshalJSON writes, and any other JSON number, rounding half away from
// zero to hundredths. Null leaves the number as it is.
func (h *Hundredths) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		return nil
	}
	f, err := strconv.ParseFloat(string(b), 64)
	if err != nil {
		return fmt.Errorf("read a number of hundredths: %w", err)
	}
	// Anything larger than a share is no average and no gap; the bound keeps the conversion exact.
	if math.IsNaN(f) || math.Abs(f) > maxHundredths {
		return fmt.Errorf("%s is too large for a number of hundredths", b)
	}
	*h = roundHundredths(f)
	return nil
}

// maxHundredths bounds what is read, far above anything that is counted in hundredths.
const maxHundredths = 1e9

// roundHundredths rounds the decimal number that is written, not the binary one it is stored as:
// 1.005 is kept as 1.00499…, and becomes 1.01 all the same.
func roundHundredths(f float64) Hundredths {
	if f < 0 {
		return -roundHundredths(-f)
	}
	whole, part, _ := strings.Cut(strconv.FormatFloat(f, 'f', -1, 64), ".")
	part = (part + "000")[:3]
	thousandths, _ := strconv.Atoi(whole + part) // digits only, and few
	return Hundredths((thousandths + 5) / 10)
}

func (h Hundredths) append(b []byte) []byte {
	if h < 0 {
		b, h = append(b, '-'), -h
	}
	b = strconv.AppendInt(b, int64(h/100), 10)
	rest := h % 100
	if rest == 0 {
		return b
	}
	b = append(b, '.', byte('0'+rest/10))
	if rest%10 != 0 {
		b = append(b, byte('0'+rest%10))
	}
	return b
}

// MarshalJSON writes the score, or null when there is none: no data is never 0.
func (s Score) MarshalJSON() ([]byte, error) {
	if !s.Known() {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(s), 10), nil
}

// UnmarshalJSON reads what MarshalJSON writes: 1 to 4, or null for no score.
func (s *Score) UnmarshalJSON(b []byte) error {
	switch {
	case string(b) == "null":
		*s = 0
	case len(b) == 1 && b[0] >= '1' && b[0] <= '4':
		*s = Score(b[0] - '0')
	default:
		return fmt.Errorf("%.20s is no score from 1 to 4", b)
	}
	return nil
}
