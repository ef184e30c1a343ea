package main

const methodologiesFile = "eif/methodologies.yaml"

// methodology is an entry of methodologies.yaml.
type methodology struct {
	ID              at[string] `yaml:"id"`
	From            at[int]    `yaml:"from"`
	To              at[int]    `yaml:"to"`
	Scoreboards     at[int]    `yaml:"scoreboards"`
	AverageDecimals at[int]    `yaml:"average_decimals"`
}

// crossBorder tells whether scoreboard 4 exists.
func (m methodology) crossBorder() bool { return m.Scoreboards.value == crossBorder }

// readMethodologies reads the editions of the Monitoring Mechanism, oldest first.
func readMethodologies(s *source) []methodology {
	list, _ := readYAML[[]methodology](s, methodologiesFile)
	for n, m := range list {
		s.wantKey(methodologiesFile, m.ID.line, m.ID.value)
		if m.To.value < m.From.value || n > 0 && m.From.value != list[n-1].To.value+1 {
			s.problem(methodologiesFile, m.ID.line, "%s: data years follow each other without a gap", m.ID.value)
		}
		if m.Scoreboards.value < crossBorder-1 || m.Scoreboards.value > crossBorder {
			s.problem(methodologiesFile, m.ID.line, "%s: three or four scoreboards", m.ID.value)
		}
		if m.AverageDecimals.value < 0 || m.AverageDecimals.value > 2 {
			s.problem(methodologiesFile, m.ID.line, "%s: averages have 0, 1 or 2 decimals", m.ID.value)
		}
	}
	return list
}

// methodologyOf finds the edition that published a data year.
func (fw *framework) methodologyOf(year int) (methodology, bool) {
	for _, m := range fw.methodologies {
		if m.From.value <= year && year <= m.To.value {
			return m, true
		}
	}
	return methodology{}, false
}
