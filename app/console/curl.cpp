// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "curl.h"

#include <QStringList>

namespace app::console {

using namespace Qt::StringLiterals;

namespace {

// In single quotes nothing means anything to a shell, but a single quote.
QString inQuotes(QString text)
{
    return u"'%1'"_s.arg(text.replace(u"'"_s, uR"('\'')"_s));
}

} // namespace

QString curlOf(const services::platform::EndpointCall &call, quint16 port)
{
    const auto &request = call.request;
    QStringList words{u"curl -i"_s};
    if (request.method != "GET")
        words << u"-X %1"_s.arg(QString::fromLatin1(request.method));
    words << inQuotes(u"http://127.0.0.1:%1%2"_s.arg(port).arg(QString::fromLatin1(request.target)));
    for (int index = 0; index < request.headers.size(); ++index) {
        const auto line = request.headers.at(index);
        words << u"-H "_s
                + inQuotes(u"%1: %2"_s.arg(QString::fromUtf8(line.name), QString::fromUtf8(line.value)));
    }
    if (!request.body.isEmpty())
        words << u"--data-raw "_s + inQuotes(QString::fromUtf8(request.body));
    return words.join(u" \\\n  "_s);
}

} // namespace app::console
