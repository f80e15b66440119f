// RoutingKit (github.com/RoutingKit/RoutingKit, BSD-2) on a graph that the bench of travel times writes into a folder:
// contraction, and a matrix by pinned targets. The bench runs it where it finds `routingkit-bench` on the path. To build it,
// in a checkout of RoutingKit:
//   g++ -O3 -march=native -std=c++14 -Iinclude routingkit-bench.cpp src/contraction_hierarchy.cpp src/id_mapper.cpp \
//     src/bit_vector.cpp src/bit_select.cpp src/timer.cpp src/graph_util.cpp -o routingkit-bench -lpthread
// Prints processor seconds of the contraction and of the quickest of five matrices, and the arcs of the hierarchy.
#include <routingkit/contraction_hierarchy.h>
#include <routingkit/inverse_vector.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

static std::vector<unsigned> numbers(const std::string& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  std::vector<unsigned> read(file.tellg() / sizeof(unsigned));
  file.seekg(0);
  file.read(reinterpret_cast<char*>(read.data()), read.size() * sizeof(unsigned));
  return read;
}

static double now() { return double(std::clock()) / CLOCKS_PER_SEC; }

int main(int count, char** words) {
  if (count != 2) return 2;
  const std::string folder = words[1];
  if (folder == "--version") return 0;
  const auto first = numbers(folder + "/first"), head = numbers(folder + "/node");
  const auto weight = numbers(folder + "/deciseconds");
  const auto starts = numbers(folder + "/starts"), ends = numbers(folder + "/ends");
  double began = now();
  const auto hierarchy = RoutingKit::ContractionHierarchy::build(
      first.size() - 1, RoutingKit::invert_inverse_vector(first), head, weight);
  const double preparing = now() - began;
  RoutingKit::ContractionHierarchyQuery query(hierarchy);
  query.reset().pin_targets(starts);
  std::vector<unsigned> matrix, row(starts.size());
  double best = 1e9;
  for (int run = 0; run < 5; ++run) {
    matrix.clear();
    began = now();
    for (const unsigned end : ends) {
      query.reset_source().add_source(end).run_to_pinned_targets().get_distances_to_targets(row.data());
      matrix.insert(matrix.end(), row.begin(), row.end());
    }
    best = std::min(best, now() - began);
  }
  std::ofstream out(folder + "/matrix", std::ios::binary);
  out.write(reinterpret_cast<const char*>(matrix.data()), matrix.size() * sizeof(unsigned));
  std::printf("%f %f %zu\n", preparing, best, hierarchy.forward.head.size() + hierarchy.backward.head.size());
}
