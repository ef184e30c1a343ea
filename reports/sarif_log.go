package reports

// The types below are what eifcheck writes of a SARIF 2.1.0 log, no more. Nothing that the standard or GitHub requires
// is ever empty.

type sarifMessage struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifRule struct {
	ID               string             `json:"id"`
	ShortDescription sarifMessage       `json:"shortDescription"`
	FullDescription  sarifMessage       `json:"fullDescription"`
	Help             sarifMessage       `json:"help"`
	HelpURI          string             `json:"helpUri,omitempty"`
	Configuration    sarifConfiguration `json:"defaultConfiguration"`
	Properties       sarifProperties    `json:"properties"`
}

type sarifConfiguration struct {
	Level string `json:"level"`
}

// sarifProperties are what GitHub reads of a rule beyond the standard.
type sarifProperties struct {
	Tags []string `json:"tags"`
	// ProblemSeverity is error, warning or recommendation. A security-severity would file gaps as vulnerabilities.
	ProblemSeverity string `json:"problem.severity"`
}

type sarifResult struct {
	RuleID string `json:"ruleId"`
	// RuleIndex is missing where this build does not have the rule: a saved result can be older.
	RuleIndex     *int               `json:"ruleIndex,omitempty"`
	Level         string             `json:"level"`
	Message       sarifMessage       `json:"message"`
	Locations     []sarifLocation    `json:"locations"`
	Fingerprints  sarifFingerprints  `json:"partialFingerprints"`
	Suppressions  []sarifSuppression `json:"suppressions,omitempty"`
	BaselineState string             `json:"baselineState,omitempty"`
}

type sarifLocation struct {
	Physical sarifPhysical `json:"physicalLocation"`
}

type sarifPhysical struct {
	Artifact sarifArtifactLocation `json:"artifactLocation"`
	Region   sarifRegion           `json:"region"`
}

type sarifArtifactLocation struct {
	URI string `json:"uri"`
}

// sarifRegion has columns in code points, the end exclusive, like those of eifcheck.
type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndLine     int `json:"endLine,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`
}

// sarifFingerprints holds the only one that GitHub compares.
type sarifFingerprints struct {
	Line string `json:"primaryLocationLineHash"`
}

type sarifSuppression struct {
	// Kind is inSource or external.
	Kind          string `json:"kind"`
	Status        string `json:"status"`
	Justification string `json:"justification"`
}

type sarifInvocation struct {
	ExecutionSuccessful bool                `json:"executionSuccessful"`
	ExitCode            int                 `json:"exitCode"`
	Notifications       []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

type sarifNotification struct {
	Level   string       `json:"level"`
	Message sarifMessage `json:"message"`
}

type sarifArtifact struct {
	Location sarifArtifactLocation `json:"location"`
	Hashes   map[string]string     `json:"hashes,omitempty"`
}
