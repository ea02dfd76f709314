// Runs one command with the Go client (masterzen/winrm) and reports as JSON: HOST PORT USER COMMAND, password in BENCH_PASSWORD.
package main

import (
	"encoding/json"
	"io/ioutil"
	"os"
	"regexp"
	"strconv"
	"time"

	"github.com/masterzen/winrm"
)

type counter struct {
	began time.Time
	first time.Duration
	bytes int
}

func (c *counter) Write(data []byte) (int, error) {
	if c.bytes == 0 {
		c.first = time.Since(c.began)
	}
	c.bytes += len(data)
	return len(data), nil
}

func main() {
	port, _ := strconv.Atoi(os.Args[2])
	out := &counter{began: time.Now()}
	client, err := winrm.NewClient(&winrm.Endpoint{Host: os.Args[1], Port: port, Timeout: 60 * time.Second}, os.Args[3], os.Getenv("BENCH_PASSWORD"))
	if err != nil {
		panic(err)
	}
	code, err := client.Run(os.Args[4], out, out)
	if err != nil {
		panic(err)
	}
	total := time.Since(out.began)
	status, _ := ioutil.ReadFile("/proc/self/status")
	peak, _ := strconv.Atoi(string(regexp.MustCompile(`VmHWM:\s*(\d+)`).FindSubmatch(status)[1]))
	json.NewEncoder(os.Stdout).Encode(map[string]interface{}{
		"firstMillis": float64(out.first.Microseconds()) / 1000, "totalMillis": float64(total.Microseconds()) / 1000,
		"bytes": out.bytes, "exitCode": code, "peakKilobytes": peak})
}
