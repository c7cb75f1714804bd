// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "templatetext.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace services::load {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;
using model::result::Result;

namespace {

Result<QJsonValue> fillInValue(const QJsonValue &value, const Variables &variables);

Result<QJsonValue> fillInArray(const QJsonArray &array, const Variables &variables)
{
    QJsonArray filled;
    for (const auto &element : array) {
        const auto value = fillInValue(element, variables);
        if (!value)
            return failure(value.error());
        filled.append(*value);
    }
    return QJsonValue(filled);
}

Result<QJsonValue> fillInValue(const QJsonValue &value, const Variables &variables)
{
    if (value.isString())
        return fillIn(value.toString(), variables).map([](const QString &text) { return QJsonValue(text); });
    if (value.isArray())
        return fillInArray(value.toArray(), variables);
    if (value.isObject())
        return fillIn(value.toObject(), variables).map([](const QJsonObject &filled) {
            return QJsonValue(filled);
        });
    return value;
}

} // namespace

Result<QString> fillIn(const QString &text, const Variables &variables)
{
    if (!text.contains(u'{'))
        return text;
    static const QRegularExpression placeholder(u"\\{([A-Za-z_][A-Za-z0-9_]*)\\}"_s);
    QString filled;
    qsizetype done = 0;
    auto matches = placeholder.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto variable = variables.constFind(match.captured(1));
        if (variable == variables.constEnd())
            return failure(Kind::InvalidInput, u"No variable is named {%1}"_s.arg(match.captured(1)),
                           match.captured(1));
        filled += QStringView(text).mid(done, match.capturedStart() - done);
        filled += *variable;
        done = match.capturedEnd();
    }
    filled += QStringView(text).mid(done);
    return filled;
}

Result<QMap<QString, QString>> fillIn(const QMap<QString, QString> &texts, const Variables &variables)
{
    QMap<QString, QString> filled;
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        const auto value = fillIn(text.value(), variables);
        if (!value)
            return failure(value.error());
        filled.insert(text.key(), *value);
    }
    return filled;
}

Result<QJsonObject> fillIn(const QJsonObject &object, const Variables &variables)
{
    QJsonObject filled;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const auto value = fillInValue(member.value(), variables);
        if (!value)
            return failure(value.error());
        filled.insert(member.key(), *value);
    }
    return filled;
}

} // namespace services::load
