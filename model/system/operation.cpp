// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operation.h"

#include <algorithm>

namespace model::system {

using namespace Qt::StringLiterals;

namespace {

bool isWordCharacter(QChar c)
{
    return c.unicode() < 128 && (c.isLetterOrNumber() || u"-._"_s.contains(c));
}

bool isWord(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isWordCharacter);
}

bool isParameter(QStringView segment)
{
    return segment.startsWith(u'{') && segment.endsWith(u'}');
}

bool isSegment(const QString &segment)
{
    if (!isParameter(segment))
        return isWord(segment) && segment != u"." && segment != u"..";
    const QStringView name = QStringView(segment).sliced(1).chopped(1);
    return isWord(name) && name.front().isLetter();
}

} // namespace

QStringList Operation::parameters() const
{
    QStringList names;
    for (const QString &segment : segments) {
        if (isParameter(segment))
            names.append(segment.sliced(1).chopped(1));
    }
    return names;
}

QString Operation::shape() const
{
    QString all = method + u' ';
    for (const QString &segment : segments)
        all += u'/' + (isParameter(segment) ? u"{}"_s : segment);
    return all;
}

bool Operation::isIdempotentByMethod() const
{
    return method == u"GET" || method == u"PUT" || method == u"DELETE";
}

std::optional<Operation> parseOperation(const QString &text)
{
    static const QStringList methods{u"GET"_s, u"PUT"_s, u"POST"_s, u"PATCH"_s, u"DELETE"_s};
    const qsizetype space = text.indexOf(u' ');
    if (space < 0 || text.size() > 200)
        return {};
    Operation operation{text.first(space), {}};
    const QString path = text.sliced(space + 1);
    if (!methods.contains(operation.method) || !path.startsWith(u'/'))
        return {};
    if (path != u"/")
        operation.segments = path.sliced(1).split(u'/');
    QStringList parameters = operation.parameters();
    if (!std::ranges::all_of(operation.segments, isSegment) || parameters.removeDuplicates() > 0)
        return {};
    return operation;
}

QString written(const EndpointId &id)
{
    return id.capability.value + u' ' + id.operation;
}

std::optional<EndpointId> parseEndpointId(const QString &text)
{
    const qsizetype space = text.indexOf(u' ');
    if (space <= 0 || !parseOperation(text.sliced(space + 1)))
        return {};
    return EndpointId{{text.first(space)}, text.sliced(space + 1)};
}

} // namespace model::system
