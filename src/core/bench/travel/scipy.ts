/** SciPy: Dijkstra on a sparse matrix, in compiled code. */
import {inFolder, type MatrixPeer, matrixIn, printed, put, pythonWith, withoutParallels} from './peer-folder.ts';

const SCIPY = `
import sys, time, numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
folder = sys.argv[1]
read = lambda name, kind: np.fromfile(f'{folder}/{name}', dtype=kind)
first, node, weight = read('first', np.int32), read('node', np.int32), read('weight', np.float64)
starts, ends = read('starts', np.int32), read('ends', np.int32)
graph = csr_matrix((weight, node, first), shape=(len(first) - 1,) * 2)
began = time.process_time()
matrix = dijkstra(graph, indices=ends)[:, starts]
print(time.process_time() - began)
matrix.astype(np.float64).tofile(f'{folder}/matrix')
`;

export const scipy: MatrixPeer = {
  name: 'scipy',
  mostNodes: Infinity,
  isHere: () => pythonWith('scipy.sparse.csgraph') !== undefined,
  matrix: (reverse, starts, ends) =>
    inFolder((folder) => {
      const {first, node, weight} = withoutParallels(reverse);
      put(folder, {first, node, weight, starts: Int32Array.from(starts), ends: Int32Array.from(ends)});
      const seconds = Number(printed(pythonWith('scipy.sparse.csgraph')!, '-c', SCIPY, folder));
      return {seconds, matrix: matrixIn(folder)};
    }),
};
