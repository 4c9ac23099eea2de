#pragma once

// What nearly every test includes, read by the compiler once. Each file still includes what it uses.

#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "oracle/oracle.hpp"
