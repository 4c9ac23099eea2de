#include <fleks/fleks.hpp>
#include <cstdio>
int main(){ return 0; }
