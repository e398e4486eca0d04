/** What no single import shows: files that import each other in a circle, and what an engine reaches through others. */
import type { Edge } from './edges.ts'
import { isEngine, keyHolders } from './rules.ts'

export type Graph = ReadonlyMap<string, readonly string[]>

/** Types are gone at run time, and a file named by URL is started or read, not imported. */
export function graphOf(edges: readonly Edge[]): Graph {
  const graph = new Map<string, string[]>()
  for (const { from, to, kind } of edges) {
    if (kind !== 'import') continue
    graph.set(from, [...(graph.get(from) ?? []), to])
  }
  return graph
}

/** At least one of every knot of circles, as the chain of its files; none only when there is none. */
export function circlesIn(graph: Graph): string[][] {
  const done = new Set<string>()
  const circles: string[][] = []
  const path: string[] = []
  const visit = (file: string) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file])
    else if (!done.has(file)) {
      path.push(file)
      for (const next of graph.get(file) ?? []) visit(next)
      path.pop()
      done.add(file)
    }
  }
  for (const file of graph.keys()) visit(file)
  return circles
}

/** For each engine, the shortest way to anything that holds a key, if there is one of more than one step. */
export function waysToKeys(graph: Graph): string[][] {
  return [...graph.keys()].filter((file) => isEngine.test(file)).flatMap((engine) => wayToKeys(graph, engine) ?? [])
}

function wayToKeys(graph: Graph, engine: string): [string[]] | undefined {
  const seen = new Set([engine])
  const ways = [[engine]]
  for (const way of ways)
    for (const next of graph.get(way.at(-1) ?? '') ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      if (!keyHolders.test(next)) ways.push([...way, next])
      else if (way.length > 1) return [[...way, next]]
    }
  return undefined
}
