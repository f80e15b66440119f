/** QGIS: the network analysis that its tools for shortest paths and service areas are built on. */
import {inFolder, type MatrixPeer, matrixIn, printed, put, pythonWith, withoutParallels} from './peer-folder.ts';

const QGIS = `
import sys, time
from array import array
from qgis.core import QgsPointXY
from qgis.analysis import QgsGraph, QgsGraphAnalyzer
folder = sys.argv[1]
def read(name, kind):
    numbers = array(kind)
    with open(f'{folder}/{name}', 'rb') as file: numbers.frombytes(file.read())
    return numbers
first, node, weight = read('first', 'i'), read('node', 'i'), read('weight', 'd')
starts, ends = read('starts', 'i'), read('ends', 'i')
graph = QgsGraph()
for n in range(len(first) - 1): graph.addVertex(QgsPointXY(n, 0))
for n in range(len(first) - 1):
    for i in range(first[n], first[n + 1]): graph.addEdge(n, node[i], [weight[i]])
matrix = array('d')
began = time.process_time()
for end in ends:
    costs = QgsGraphAnalyzer.dijkstra(graph, end, 0)[1]
    matrix.extend(costs[start] for start in starts)
print(time.process_time() - began)
with open(f'{folder}/matrix', 'wb') as file: matrix.tofile(file)
`;

/** How QGIS says that there is no way. */
const NO_WAY = 1.7e308;

export const qgis: MatrixPeer = {
  name: 'QGIS',
  mostNodes: 300_000,
  isHere: () => pythonWith('qgis.analysis') !== undefined,
  matrix: (reverse, starts, ends) =>
    inFolder((folder) => {
      const {first, node, weight} = withoutParallels(reverse);
      put(folder, {first, node, weight, starts: Int32Array.from(starts), ends: Int32Array.from(ends)});
      const seconds = Number(printed(pythonWith('qgis.analysis')!, '-c', QGIS, folder));
      const matrix = matrixIn(folder).map((each) => (each > NO_WAY ? Number.POSITIVE_INFINITY : each));
      return {seconds, matrix};
    }),
};
