/** Settings of the embedded server, for a machine with two cores and a few gigabytes. */
export interface ServerSettings {
  /** `false` only for throw-away test servers: a power cut would lose data */
  readonly durable: boolean
  readonly maxConnections: number
}

/** Command-line settings for `postgres`. Statements and row values stay out of the log: they hold personal data. */
export function serverArguments(clusterDir: string, socketDir: string, settings: ServerSettings): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '',
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: settings.maxConnections,
    timezone: 'UTC',
    log_timezone: 'UTC',
    shared_buffers: '512MB',
    max_wal_size: '4GB',
    random_page_cost: 1.1,
    jit: 'off',
    fsync: settings.durable ? 'on' : 'off',
    synchronous_commit: settings.durable ? 'on' : 'off',
    full_page_writes: settings.durable ? 'on' : 'off',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  }
  return ['-D', clusterDir, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
