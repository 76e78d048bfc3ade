/** What may reach further than the code it tests. */
const TESTS = ['/testing(/|\\.ts$)', '\\.test(-d)?\\.tsx?$', '-fixtures\\.ts$']

/**
 * Imports go one way: base <- contract <- kernel <- surfaces, platform, modules <- apps.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const config = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Types may point both ways, and what is loaded later; code at load time may not.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    layer('base', []),
    layer('contract', ['base']),
    layer('kernel', ['base', 'contract']),
    layer('client', ['base', 'contract']),
    layer('ui', ['base', 'contract', 'client', 'kernel/builtin/contract']),
    layer('platform', ['base', 'contract', 'kernel']),
    layer('surfaces', ['base', 'contract', 'kernel']),
    {
      name: 'packages-know-no-module',
      severity: 'error',
      comment: 'What modules stand on does not know them; tests and the testing package put both together.',
      from: { path: '^packages/', pathNot: TESTS },
      to: { path: '^(modules|apps)/' },
    },
    {
      name: 'modules-know-no-app',
      severity: 'error',
      from: { path: '^modules/', pathNot: TESTS },
      to: { path: '^(apps|packages/(platform|surfaces|testing))/' },
    },
    {
      name: 'modules-meet-by-contract',
      severity: 'error',
      comment: 'Of another module its contract.ts and nothing else.',
      from: { path: '^modules/([^/]+)/', pathNot: ['^modules/registry/', ...TESTS] },
      to: { path: '^modules/([^/]+)/', pathNot: ['^modules/$1/', '^modules/[^/]+/contract\\.ts$'] },
    },
    {
      name: 'contracts-run-anywhere',
      severity: 'error',
      comment: 'The web app and the command line import contracts: zod and the contract package only.',
      from: { path: '^modules/[^/]+/contract(\\.ts$|/)' },
      to: {
        pathNot: [
          '^packages/(base|contract)/',
          '^modules/[^/]+/contract',
          '^node_modules/zod/',
          '^packages/kernel/builtin/contract\\.ts$',
        ],
      },
    },
    {
      name: 'web-stays-in-the-browser',
      severity: 'error',
      from: { path: '^(modules/[^/]+/web|apps/web|packages/ui)/', pathNot: '(\\.test\\.tsx?|vite\\.config\\.ts)$' },
      to: {
        path: '^(modules/[^/]+/server|apps/(server|cli)|packages/(kernel|platform|surfaces|testing))/',
        pathNot: '^packages/kernel/builtin/contract\\.ts$',
      },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^(packages|modules|apps)/', pathNot: TESTS },
      to: { path: '^packages/testing/' },
    },
    {
      name: 'production-needs-no-tools',
      severity: 'error',
      from: { path: '^(packages|modules|apps)/', pathNot: [...TESTS, 'vite\\.config\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}

/** A package imports itself and those below it; tests may reach further. */
function layer(name, below) {
  const allowed = [name, ...below].map((each) => `^packages/${each}(/|\\.ts$)`)
  return {
    name: `layer-${name}`,
    severity: 'error',
    from: { path: `^packages/${name}/`, pathNot: TESTS },
    to: { path: '^(packages|modules|apps)/', pathNot: allowed },
  }
}

export default config
