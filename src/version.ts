import version from '#pack/version.js'

/** klarbrev's version. The build takes it from package.json, so that nothing is read from the disk when klarbrev runs. */
export { version }
