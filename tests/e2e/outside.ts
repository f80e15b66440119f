import {readdirSync, readFileSync, readlinkSync} from 'node:fs';

/** `family:inode` of sockets that are joined to an address outside this computer, and that address as the kernel writes it. */
function outsideSockets(): Map<string, string> {
  const found = new Map<string, string>();
  for (const family of ['tcp', 'tcp6', 'udp', 'udp6']) {
    for (const line of readFileSync(`/proc/net/${family}`, 'utf8').split('\n').slice(1)) {
      const [, , remote, , , , , , , inode] = line.trim().split(/\s+/);
      if (remote && inode && !isHere(remote)) found.set(inode, `${family} ${remote}`);
    }
  }
  return found;
}

/** Loopback, or not joined to anywhere. */
function isHere(remote: string): boolean {
  const [address, port] = remote.split(':');
  if (port === '0000') return true;
  // The kernel writes IPv4 backwards, so 127.x.y.z ends in 7F; mapped and plain IPv6 loopback are written out.
  return (
    /^[0-9A-F]{6}7F$/.test(address!) ||
    /^0{16}FFFF0000[0-9A-F]{6}7F$/.test(address!) ||
    address === '00000000000000000000000001000000'
  );
}

function childrenOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = read(() => / \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]);
    if (parent) parents.set(Number(name), Number(parent));
  }
  const tree = [root];
  for (let next = 0; next < tree.length; next++) {
    for (const [process, parent] of parents) if (parent === tree[next]) tree.push(process);
  }
  return tree;
}

/** Processes and their sockets come and go while they are being read. */
function read<T>(what: () => T): T | undefined {
  try {
    return what();
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES') return undefined;
    throw error;
  }
}

/**
 * Watches the sockets of a process and all its children, on Linux, ten times a second: whatever code opens them. Gives
 * the addresses outside this computer that any was joined to.
 */
export function watchSockets(root: number): () => string[] {
  const seen = new Set<string>();
  const look = (): void => {
    const outside = outsideSockets();
    if (outside.size === 0) return;
    for (const process of childrenOf(root)) {
      for (const file of read(() => readdirSync(`/proc/${process}/fd`)) ?? []) {
        const inode = /^socket:\[(\d+)\]$/.exec(read(() => readlinkSync(`/proc/${process}/fd/${file}`)) ?? '')?.[1];
        const address = inode && outside.get(inode);
        if (address) seen.add(`${read(() => readFileSync(`/proc/${process}/comm`, 'utf8').trim())}: ${address}`);
      }
    }
  };
  const timer = process.platform === 'linux' ? setInterval(look, 100) : undefined;
  return () => {
    clearInterval(timer);
    return [...seen];
  };
}
