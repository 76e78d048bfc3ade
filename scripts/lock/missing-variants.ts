/** A package-lock.json, as far as it is read here (lockfileVersion 3). */
export interface LockFile {
  packages: Record<string, LockedPackage>
}

export interface LockedPackage {
  version?: string
  integrity?: string
  dev?: boolean
  optional?: boolean
  license?: string
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

/**
 * Variants of a package for other platforms that stand in its `optionalDependencies` but not in the lock file.
 * npm leaves them out when a registry has not got them yet, and `npm ci` then refuses the whole file everywhere.
 */
export function missingVariants(lock: LockFile): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {}
  for (const [path, parent] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (path === '' || found(lock, path, name) || !/^\d/.test(version)) continue
      const dev = parent.dev ? { dev: true } : {}
      missing[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...dev,
        license: parent.license ?? 'MIT',
        optional: true,
      }
    }
  }
  return missing
}

/** A dependency lies beside its parent or further up. */
function found(lock: LockFile, path: string, name: string): boolean {
  const parts = path.split('/node_modules/')
  return parts.some((_, index) => {
    const above = parts.slice(0, parts.length - index).join('/node_modules/')
    return `${above}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages
  })
}

/** The platform that the name of a variant speaks of: `@oxc-parser/binding-linux-x64-musl`. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const match =
    /-?(android|darwin|freebsd|linux|openharmony|win32)-(x64|arm64|arm|ia32|ppc64|riscv64|s390x)(?:-(\w+))?$/.exec(
      name.replace('/', '-'),
    )
  if (!match) return name.includes('wasm32') ? { cpu: ['wasm32'] } : {}
  const [, os, cpu, variant = ''] = match
  const libc = os !== 'linux' ? {} : variant.startsWith('musl') ? { libc: ['musl'] } : { libc: ['glibc'] }
  return { os: [os!], cpu: [cpu!], ...libc }
}
