// Says what failed, and how many tests there were: a line a test would be hundreds.
export default async function* reporter(source) {
  for await (const { type, data } of source) {
    if (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed') {
      const { cause = {} } = data.details.error;
      yield `FAIL ${data.name} (${data.file?.split('/').pop()}:${data.line})\n${cause.message ?? data.details.error}\n\n`;
    }
    if (type === 'test:stderr') {
      yield data.message;
    }
    if (type === 'test:diagnostic' && data.nesting === 0) {
      yield `# ${data.message}\n`;
    }
  }
}
