package reports

// The nodes of the graph, in the order in which their keys are written. Every key is in linkedDataContext.

type assessmentNode struct {
	ID            string          `json:"@id"`
	Type          string          `json:"@type"`
	Title         texts           `json:"title,omitempty"`
	Date          any             `json:"date,omitempty"`
	ReferenceDate any             `json:"referenceDate,omitempty"`
	Temporal      *periodNode     `json:"temporal,omitempty"`
	Status        string          `json:"status,omitempty"`
	Assesses      *subjectNode    `json:"assesses,omitempty"`
	PerformedBy   *agentNode      `json:"performedBy,omitempty"`
	Context       string          `json:"contextualisedBy,omitempty"`
	Aggregation   string          `json:"aggregation,omitempty"`
	AverageYear   any             `json:"averageYear,omitempty"`
	Questionnaire string          `json:"questionnaire,omitempty"`
	Source        []any           `json:"source,omitempty"`
	MadeWith      *agentNode      `json:"madeWith,omitempty"`
	ResultsIn     []statementNode `json:"resultsIn,omitempty"`
}

type periodNode struct {
	ID        string `json:"@id"`
	Type      string `json:"@type"`
	StartDate any    `json:"startDate"`
	EndDate   any    `json:"endDate"`
}

// subjectNode is what was assessed: the public services of a country, region, organisation, or one service.
type subjectNode struct {
	ID         string        `json:"@id"`
	Type       string        `json:"@type"`
	Scope      string        `json:"type,omitempty"`
	Title      texts         `json:"title,omitempty"`
	Identifier string        `json:"identifier,omitempty"`
	Spatial    *locationNode `json:"spatial,omitempty"`
}

type locationNode struct {
	ID         string `json:"@id"`
	Type       string `json:"@type"`
	Label      texts  `json:"label,omitempty"`
	Identifier string `json:"identifier,omitempty"`
}

type agentNode struct {
	ID         string `json:"@id"`
	Type       string `json:"@type"`
	Name       texts  `json:"name,omitempty"`
	Homepage   string `json:"homepage,omitempty"`
	Identifier string `json:"identifier,omitempty"`
	Version    string `json:"toolVersion,omitempty"`
}

// statementNode is what the assessment says of one criterion. Without a score it refers to the criterion alone; then
// the interval is what a score can still become.
type statementNode struct {
	ID           string   `json:"@id"`
	Type         string   `json:"@type"`
	Judgement    texts    `json:"judgement"`
	Category     []string `json:"category"`
	RefersTo     []any    `json:"refersTo"`
	IntervalLow  int      `json:"intervalLow,omitempty"`
	IntervalHigh int      `json:"intervalHigh,omitempty"`
	Average      any      `json:"average,omitempty"`
	Gap          any      `json:"gap,omitempty"`
	Relation     string   `json:"relation,omitempty"`
	Comment      texts    `json:"comment,omitempty"`
	Reason       texts    `json:"reason,omitempty"`
	Source       string   `json:"source,omitempty"`
	References   []string `json:"references,omitempty"`
}

type scoreNode struct {
	ID         string `json:"@id"`
	Type       string `json:"@type"`
	Value      int    `json:"value"`
	AssignedTo string `json:"assignedTo"`
}

type criterionNode struct {
	ID            string `json:"@id"`
	Type          string `json:"@type"`
	Label         texts  `json:"label"`
	Identifier    string `json:"identifier"`
	RequirementOf string `json:"isRequirementOf,omitempty"`
	DerivedFrom   string `json:"isDerivedFrom,omitempty"`
	Related       string `json:"related,omitempty"`
}

// scenarioNode is the methodology with its scoreboards, or a scoreboard with its criteria.
type scenarioNode struct {
	ID       string         `json:"@id"`
	Type     string         `json:"@type"`
	Title    texts          `json:"title"`
	Sub      []scenarioNode `json:"definesSub,omitempty"`
	Includes []string       `json:"includes,omitempty"`
}

// evidenceNode is a document that an answer rests on. Only what is confirmed and supports the answer is an
// Evidence in the sense of CCCEV, a proof; anything else is a document that the statement refers to.
type evidenceNode struct {
	ID           string   `json:"@id"`
	Type         string   `json:"@type"`
	Categories   []string `json:"type,omitempty"`
	Supports     string   `json:"supportsRequirement,omitempty"`
	Title        texts    `json:"title,omitempty"`
	Citation     string   `json:"citation,omitempty"`
	Page         string   `json:"page,omitempty"`
	Identifier   []string `json:"identifier,omitempty"`
	Date         any      `json:"date,omitempty"`
	AccessRights string   `json:"accessRights,omitempty"`
	Description  texts    `json:"description,omitempty"`
	Source       string   `json:"source,omitempty"`
}

// inputNode is the file that was assessed.
type inputNode struct {
	ID       string        `json:"@id"`
	Type     string        `json:"@type"`
	Title    texts         `json:"title"`
	Checksum *checksumNode `json:"checksum,omitempty"`
}

type checksumNode struct {
	ID        string `json:"@id"`
	Type      string `json:"@type"`
	Algorithm string `json:"algorithm"`
	Value     string `json:"checksumValue"`
}

// datasetNode is where published scores and averages come from.
type datasetNode struct {
	ID          string    `json:"@id"`
	Type        string    `json:"@type"`
	Title       texts     `json:"title"`
	Description texts     `json:"description"`
	Publisher   agentNode `json:"publisher"`
	License     string    `json:"license"`
}

// conceptNode explains one of our own terms.
type conceptNode struct {
	ID         string `json:"@id"`
	Type       string `json:"@type"`
	Definition texts  `json:"definition"`
}

type frameworkNode struct {
	ID         string `json:"@id"`
	Type       string `json:"@type"`
	Title      texts  `json:"title"`
	Identifier string `json:"identifier"`
}
