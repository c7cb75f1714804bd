// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fields.h"

#include <QJsonDocument>

#include <cmath>

namespace services::shop::input {

using namespace Qt::StringLiterals;
using model::result::failure;

namespace {

bool hasControlCharacter(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.category() == QChar::Other_Control; });
}

// JSON knows only doubles; beyond 2^53 they are not whole numbers any more.
std::optional<std::int64_t> wholeNumber(const QJsonValue &value)
{
    constexpr double largest = 9007199254740992.0;
    const double number = value.toDouble(std::nan(""));
    if (!value.isDouble() || std::floor(number) != number || std::abs(number) > largest)
        return std::nullopt;
    return static_cast<std::int64_t>(number);
}

} // namespace

Result<QJsonObject> jsonObject(const contract::Request &request)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(Kind::InvalidInput,
                       u"Send a JSON object: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return failure(Kind::InvalidInput, u"Send a JSON object, not another JSON value"_s);
    return document.object();
}

Fields::Fields(QJsonObject object)
    : m_object(std::move(object))
{
}

QString Fields::text(const QString &name, Range length)
{
    const QString text = m_object.value(name).toString().trimmed();
    checkText(name, text, length);
    return text;
}

QString Fields::exactText(const QString &name, Range length)
{
    const QString text = m_object.value(name).toString();
    checkText(name, text, length);
    return text;
}

void Fields::checkText(const QString &name, const QString &text, Range length)
{
    const bool fits = text.size() >= length.least && text.size() <= length.most;
    if (!m_object.value(name).isString() || !fits || hasControlCharacter(text) || !text.isValidUtf16())
        reject(name, u"must be a text of %1 to %2 characters"_s.arg(length.least).arg(length.most));
}

std::int64_t Fields::integer(const QString &name, Range range)
{
    const auto number = wholeNumber(m_object.value(name));
    if (number && *number >= range.least && *number <= range.most)
        return *number;
    reject(name, u"must be a whole number from %1 to %2"_s.arg(range.least).arg(range.most));
    return range.least;
}

std::optional<std::int64_t> Fields::optionalInteger(const QString &name, Range range)
{
    return m_object.contains(name) ? std::optional(integer(name, range)) : std::nullopt;
}

std::optional<QString> Fields::optionalText(const QString &name, Range length)
{
    return m_object.contains(name) ? std::optional(text(name, length)) : std::nullopt;
}

void Fields::reject(const QString &name, const QString &what)
{
    if (m_wrong.isEmpty())
        m_first = u'/' + name;
    m_wrong.append(name + u' ' + what);
}

Result<void> Fields::verdict() const
{
    if (m_wrong.isEmpty())
        return {};
    return failure(Kind::InvalidInput, m_wrong.join(u"; "_s), m_first);
}

Result<std::int64_t>
number(const contract::Parameters &query, const QString &name, Range range, std::int64_t absent)
{
    const auto found = query.find(name);
    if (found == query.end())
        return absent;
    bool isNumber = false;
    const qlonglong value = found->toLongLong(&isNumber);
    if (isNumber && value >= range.least && value <= range.most)
        return std::int64_t{value};
    return failure(Kind::InvalidInput,
                   u"%1 must be a whole number from %2 to %3"_s.arg(name).arg(range.least).arg(range.most),
                   name);
}

bool isAway(Kind kind)
{
    switch (kind) {
    case Kind::InvalidInput:
    case Kind::Unauthenticated:
    case Kind::Forbidden:
    case Kind::NotFound:
    case Kind::Conflict:
    case Kind::Declined:
    case Kind::TooLarge:
    case Kind::Cancelled:
        return false;
    default:
        return true;
    }
}

} // namespace services::shop::input
