// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace services::transport {

// Why a request was turned away: the status to answer with, and words for its author.
struct Rejection
{
    int status = 400;
    QString reason;
};

// The first line of a request, checked strictly (RFC 9112, 3). A plain value.
struct RequestLine
{
    QByteArray method;
    QByteArray target; // origin form, or "*"
    QByteArray authority; // of an absolute-form target: stands in for Host; else empty
    int minorVersion = 1; // of HTTP/1.x

    // `line` without its CR LF. Rejections: 400, 414, 501 (method), 505 (version).
    static std::optional<Rejection> parse(QByteArrayView line, qsizetype targetLimit, RequestLine &into);
};

// Nothing when the authority is this machine's loopback, by name or number, with or without port: a page
// of elsewhere must not reach us through a name that its owner points at 127.0.0.1 (DNS rebinding). Else 421,
// or 400 when it is no authority at all.
std::optional<Rejection> checkAuthority(QByteArrayView authority);

} // namespace services::transport
