package browser

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// Find finds a browser that can print: the one that is named, be it by its path or by a name on the PATH, else one
// that is installed. getenv reads a variable.
func Find(named string, getenv func(string) string) (Browser, error) {
	if named != "" {
		path, err := exec.LookPath(named)
		if err != nil {
			return Browser{}, problem("browser/named", messages.Args{"found": named})
		}
		return Browser{Path: path, patience: patience}, nil
	}
	for _, candidate := range append(names(), places(runtime.GOOS, getenv)...) {
		if path, err := exec.LookPath(candidate); err == nil {
			return Browser{Path: path, patience: patience}, nil
		}
	}
	return Browser{}, problem("browser/none", nil)
}

// names are what the programs are called, on the PATH.
func names() []string {
	return []string{
		"chromium", "google-chrome-stable", "google-chrome", "chrome",
		"microsoft-edge-stable", "microsoft-edge", "msedge",
		"chromium-browser", // last: in Ubuntu it may be a note that there is a snap
	}
}

// places are where the programs lie on a system that has them on no PATH.
func places(system string, getenv func(string) string) []string {
	var folders, programs []string
	switch system {
	case "darwin":
		folders = []string{"/Applications", filepath.Join(getenv("HOME"), "Applications")}
		programs = []string{
			"Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome",
			"Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		}
	case "windows":
		for _, variable := range []string{"ProgramFiles", "ProgramFiles(x86)", "LocalAppData"} {
			folders = append(folders, getenv(variable))
		}
		programs = []string{
			"Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe",
			"Microsoft/Edge/Application/msedge.exe",
		}
	default:
		folders, programs = []string{"/snap/bin"}, []string{"chromium"}
	}
	var all []string
	for _, program := range programs {
		for _, folder := range folders {
			if folder != "" {
				all = append(all, folder+string(os.PathSeparator)+filepath.FromSlash(program))
			}
		}
	}
	return all
}
