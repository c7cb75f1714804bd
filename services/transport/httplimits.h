// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace services::transport {

// What a server puts up with from its clients, so that none of them costs it unbounded memory or time.
struct HttpLimits
{
    qsizetype targetBytes = 8 * 1024; // longer: 414
    qsizetype headerBytes = 16 * 1024; // request line and header lines together; more: 431
    qsizetype bodyBytes = 1024 * 1024; // more: 413
    int connections = 1024; // further ones are answered 503 and closed
    int pipelined = 16; // requests of one connection which are answered at once; the rest stays unread
    qsizetype outputBytes = 256 * 1024; // of one connection's replies which are unsent or wait for their
                                        // turn; above, nothing new is read from it

    std::chrono::milliseconds headerTime{
        10'000}; // from a request's first byte to its last header line; then 408
    std::chrono::milliseconds bodyTime{30'000}; // from the header's end to the body's end; then 408
    std::chrono::milliseconds idleTime{60'000}; // between requests; then closed quietly
    std::chrono::milliseconds writeTime{10'000}; // without progress in sending; then reset
    std::chrono::milliseconds readTime{60'000}; // for what is unsent to leave, however slowly; then reset
    std::chrono::milliseconds lingerTime{
        1'000}; // for the peer to read a last reply before the connection goes
    std::chrono::milliseconds partingTime{
        1}; // for a first request to come from who has just connected, when the server closes

    // With no more connections than an eighth of the files which this process may open: the clients of one
    // server must not take what all others need.
    static HttpLimits ofThisProcess();
};

// What a client keeps and accepts.
struct HttpClientLimits
{
    int connections = 512; // in all, to all servers; more calls at once are answered Overloaded
    int idlePerServer = 64; // kept open for later calls
    std::chrono::milliseconds idleTime{
        2'000}; // unused for longer: closed (each costs every poll of the loop)
    qsizetype headerBytes = 16 * 1024;
    qsizetype bodyBytes = 8 * 1024 * 1024; // a larger answer is an error
};

} // namespace services::transport
