// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "difference.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>

namespace app::console {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostDifferences = 500; // nobody reads more

QJsonValue contentOf(const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body);
    if (document.isArray())
        return document.array();
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(QJsonValue::Undefined);
}

QString compact(const QJsonValue &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.isNull() ? u"null"_s : value.toVariant().toString();
}

class Comparison
{
public:
    void compare(const QString &where, const QJsonValue &one, const QJsonValue &other)
    {
        if (one == other || m_found.size() >= mostDifferences)
            return;
        if (one.isObject() && other.isObject())
            compareObjects(where, one.toObject(), other.toObject());
        else if (one.isArray() && other.isArray())
            compareLists(where, one.toArray(), other.toArray());
        else
            add(where.isEmpty() ? u"/"_s : where, one, other);
    }
    std::vector<Difference> take() { return std::move(m_found); }

private:
    void add(const QString &where, const QJsonValue &one, const QJsonValue &other)
    {
        m_found.push_back({where, compact(one), compact(other), one.isUndefined() || other.isUndefined()});
    }
    void compareObjects(const QString &where, const QJsonObject &one, const QJsonObject &other)
    {
        std::set<QString> names;
        for (const auto &name : one.keys() + other.keys())
            names.insert(name);
        for (const auto &name : names)
            compare(where + u'/' + name, one.value(name), other.value(name));
    }
    void compareLists(const QString &where, const QJsonArray &one, const QJsonArray &other)
    {
        for (qsizetype at = 0; at < std::max(one.size(), other.size()); ++at)
            compare(u"%1/%2"_s.arg(where).arg(at), one.at(at), other.at(at));
    }

    std::vector<Difference> m_found;
};

} // namespace

std::vector<Difference> differences(const services::platform::EndpointAnswer &one,
                                    const services::platform::EndpointAnswer &other)
{
    std::vector<Difference> found;
    if (one.response.status != other.response.status)
        found.push_back({QCoreApplication::translate("app::console", "status"),
                         QString::number(one.response.status), QString::number(other.response.status),
                         false});
    const auto mine = contentOf(one.response.body);
    const auto theirs = contentOf(other.response.body);
    if (!mine.isUndefined() && !theirs.isUndefined()) {
        Comparison comparison;
        comparison.compare({}, mine, theirs);
        std::ranges::move(comparison.take(), std::back_inserter(found));
    } else if (one.response.body != other.response.body) {
        found.push_back({QCoreApplication::translate("app::console", "body"),
                         QString::fromUtf8(one.response.body.left(200)),
                         QString::fromUtf8(other.response.body.left(200)),
                         one.response.body.isEmpty() || other.response.body.isEmpty()});
    }
    for (const char *name :
         {"Content-Type", "Location", "Cache-Control", "Faultline-Degraded", "Retry-After"}) {
        const QString here = QString::fromUtf8(one.response.headers.find(name));
        const QString there = QString::fromUtf8(other.response.headers.find(name));
        if (here != there)
            found.push_back(
                {QCoreApplication::translate("app::console", "header %1").arg(QString::fromLatin1(name)),
                 here, there, here.isEmpty() || there.isEmpty()});
    }
    return found;
}

} // namespace app::console
