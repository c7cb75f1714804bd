// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets.h"

#include "formfields.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int digitsOfCard = 12; // at least
constexpr int lettersOfToken = 40; // at least; an id has fewer

bool isNamedSecret(const QString &name)
{
    static const QRegularExpression anywhere(
        u"passw|passphrase|secret|token|authori[sz]ation|credential|api[-_]?key"_s,
        QRegularExpression::CaseInsensitiveOption);
    // A word of the name, which may be written lastCard, last_card or Last-Card: a discard is no card.
    static const QRegularExpression word(
        u"(^|[^A-Za-z]|(?<=[a-z])(?=[A-Z]))((?i)sessions?|cookies?|cards?|cvc|cvv|pin|iban|pwd|pass|passcode|auth|otp|signature)(?![a-z])"_s);
    return anywhere.match(name).hasMatch() || word.match(name).hasMatch();
}

// Luhn: every second digit from the right counts double.
bool isCard(const QString &text)
{
    static const QRegularExpression digits(u"(?<!\\d)\\d(?:[ -]?\\d){%1,18}(?!\\d)"_s.arg(digitsOfCard - 1));
    for (auto found = digits.globalMatch(text); found.hasNext();) {
        int sum = 0;
        bool isSecond = false;
        const QString number = found.next().captured();
        for (auto letter = number.crbegin(); letter != number.crend(); ++letter) {
            if (!letter->isDigit())
                continue;
            const int digit = letter->digitValue() * (isSecond ? 2 : 1);
            sum += digit / 10 + digit % 10;
            isSecond = !isSecond;
        }
        if (sum % 10 == 0)
            return true;
    }
    return false;
}

bool looksSecret(const QString &value)
{
    static const QRegularExpression token(u"[A-Za-z0-9._~+/=-]{%1,}"_s.arg(lettersOfToken));
    return isCard(value) || token.match(value).hasMatch();
}

bool isVariable(const QString &value)
{
    static const QRegularExpression variable(
        u"^\\W*(\\w+ +)?\\{\\{[A-Za-z0-9_-]+\\}\\}$"_s); // "Bearer {{token}}"
    return variable.match(value).hasMatch();
}

QJsonValue withoutSecretsIn(const QJsonValue &value, const QString &name)
{
    if (value.isObject()) {
        auto object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            *member = withoutSecretsIn(*member, isNamedSecret(name) ? name : member.key());
        return object;
    }
    if (value.isArray()) {
        auto array = value.toArray();
        for (auto element = array.begin(); element != array.end(); ++element)
            *element = withoutSecretsIn(*element, name);
        return array;
    }
    const QString text = value.isDouble() ? QString::number(value.toDouble(), 'f', 0) : value.toString();
    return isSecret(name, text) ? QJsonValue(QString()) : value;
}

QString bodyWithoutSecrets(const QString &body)
{
    const auto content = readBody(body);
    if (!content.has_value())
        return {};
    const auto left = withoutSecretsIn(*content, {});
    return left == *content ? body : writtenBody(left); // else it stays as it was written
}

// "Name: value" a line, or "name=value" between ampersands.
QString partsWithoutSecrets(const QString &text, QChar between, QChar after)
{
    QStringList parts = text.split(between);
    for (auto &part : parts) {
        const QString name = part.section(after, 0, 0);
        const QString value = QUrl::fromPercentEncoding(part.section(after, 1).trimmed().toUtf8());
        if (isSecret(name, value) || looksSecret(name))
            part = looksSecret(name) ? QString() : name + after;
    }
    return parts.join(between);
}

} // namespace

bool isSecret(const QString &name, const QString &value)
{
    return !value.isEmpty() && !isVariable(value) && (isNamedSecret(name) || looksSecret(value));
}

RequestDraft withoutSecrets(RequestDraft draft)
{
    for (auto &parameter : draft.parameters) {
        if (isSecret(parameter.name, parameter.value))
            parameter.value.clear();
    }
    draft.query = partsWithoutSecrets(draft.query, u'&', u'=');
    draft.headers = partsWithoutSecrets(draft.headers, u'\n', u':');
    draft.body = bodyWithoutSecrets(draft.body);
    if (!isVariable(draft.session))
        draft.session.clear();
    return draft;
}

} // namespace app::console
