export * from './contract/estimates.ts'
export * from './contract/statistics.ts'
