// The sample bundle of tests/bundle, at the size of a large hearing.
#include "bundle/sample_bundle.cpp"  // NOLINT(bugprone-suspicious-include)
