// Imported before a part's own code: the runner holds the other end of standard input and never writes to it, so its end means
// that the runner is gone, however it went. The part then stops in good order.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
// Watching must not keep a part alive that has nothing else to do.
(process.stdin as { unref?: () => void }).unref?.();
