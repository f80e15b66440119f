// RoutingKit (github.com/RoutingKit/RoutingKit, BSD-2) on a graph that the bench of travel times writes into a folder:
// contraction, and a matrix by pinned targets; with --read FILE its own reader of OpenStreetMap. Built against RoutingKit's headers
// and library as `routingkit-bench`; the bench runs it where it finds that on the path.
// Prints processor seconds of the contraction and of the quickest of five matrices, and the arcs of the hierarchy; or processor
// seconds of the quickest of three readings, nodes, arcs and forbidden turns.
#include <routingkit/contraction_hierarchy.h>
#include <routingkit/inverse_vector.h>
#include <routingkit/osm_simple.h>

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

static int readFile(const char* path) {
  double best = 1e9;
  RoutingKit::SimpleOSMCarRoutingGraph graph;
  for (int run = 0; run < 3; ++run) {
    const double began = now();
    graph = RoutingKit::simple_load_osm_car_routing_graph_from_pbf(path);
    best = std::min(best, now() - began);
  }
  std::printf("%f %u %u %zu\n", best, graph.node_count(), graph.arc_count(), graph.forbidden_turn_from_arc.size());
  return 0;
}

int main(int count, char** words) {
  if (count == 3 && std::string(words[1]) == "--read") return readFile(words[2]);
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
