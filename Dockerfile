# A static binary and nothing else, run by nobody in particular. See docs/ci.md.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags="-s -w" -o /eifcheck ./cmd/eifcheck

FROM scratch
COPY --from=build /eifcheck /eifcheck
COPY LICENSE /LICENSE
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/eifcheck"]
CMD ["--help"]
