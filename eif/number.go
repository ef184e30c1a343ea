package eif

import "strconv"

// String prints the number without needless zeros: 4, 3.5, 3.47, -0.5.
func (h Hundredths) String() string { return string(h.append(nil)) }

// MarshalJSON writes a JSON number, in the same form as String.
func (h Hundredths) MarshalJSON() ([]byte, error) { return h.append(nil), nil }

// UnmarshalJSON reads what MarshalJSON writes, rounding half away from zero to hundredths.
func (h *Hundredths) UnmarshalJSON(b []byte) error {
	f, err := strconv.ParseFloat(string(b), 64)
	if err != nil {
		return err
	}
	*h = roundHundredths(f)
	return nil
}

func roundHundredths(f float64) Hundredths {
	if f < 0 {
		return -roundHundredths(-f)
	}
	return Hundredths(f*100 + 0.5)
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
