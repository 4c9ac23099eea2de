#!/usr/bin/env bash
# usage: table.sh FOLDER: what every target of this run tried, reached and found.
printf '%-18s %11s %6s %7s %5s\n' target executions edges features found
cat "$1"/*.row
