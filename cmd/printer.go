package cmd

import (
	"context"
	"sync"

	"github.com/eifcheck/eifcheck/internal/browser"
)

// browserVariable names the browser that prints. It stands for no flag, and so for no key: the configuration file of
// a repository must not say which program is run.
const browserVariable = variablePrefix + "BROWSER"

// printer prints pages to PDF. The browser is looked for when the first page is printed, and once.
func (a *app) printer(ctx context.Context) func(page []byte) ([]byte, error) {
	find := sync.OnceValues(func() (browser.Browser, error) {
		return browser.Find(a.env.Getenv(browserVariable), a.env.Getenv)
	})
	return func(page []byte) ([]byte, error) {
		b, err := find()
		if err != nil {
			return nil, err
		}
		return b.Print(ctx, page)
	}
}
