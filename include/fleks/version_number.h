#ifndef FLEKS_VERSION_NUMBER_H
#define FLEKS_VERSION_NUMBER_H

/** @file
 * The version of the code that a program is compiled against, for C and C++; what it runs with is told by `fleks::library_version`
 * and `fleks_version`. The numbers stand here and nowhere else. Example: `#if FLEKS_VERSION_NUMBER >= 2000` asks for 0.2.0 or later. */

/** Rises with a new C++ interface, from 1.0 on. */
#define FLEKS_VERSION_MAJOR 0
/** Before 1.0: rises with a new C++ interface. */
#define FLEKS_VERSION_MINOR 1
/** Rises with anything else. */
#define FLEKS_VERSION_PATCH 0
/** The three as one number that can be compared: 1.2.3 is 1002003. */
#define FLEKS_VERSION_NUMBER (FLEKS_VERSION_MAJOR * 1000000 + FLEKS_VERSION_MINOR * 1000 + FLEKS_VERSION_PATCH)

#endif
