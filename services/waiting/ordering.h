// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

// What ThreadSanitizer is told where a lock or a queue inside Qt orders two threads, which it cannot see in a
// Qt that was built without it: all before announce() has happened for who comes after heed(), of one
// address. Nothing in other builds.
namespace services::waiting::ordering {

#if defined(__SANITIZE_THREAD__)
inline void announce(void *what)
{
    __tsan_release(what);
}
inline void heed(void *what)
{
    __tsan_acquire(what);
}
#else
inline void announce(void *) { }
inline void heed(void *) { }
#endif

} // namespace services::waiting::ordering
