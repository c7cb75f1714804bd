// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "variables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;

namespace {

const QString freshName = u"fresh"_s; // NOLINT: a literal, not allocated

// As it stands between the quotes of a JSON text.
QString escaped(const QString &value)
{
    const QString list = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    return list.mid(2, list.size() - 4);
}

} // namespace

Variables::Variables(QStringList fleets)
    : m_fleets(std::move(fleets))
{
}

Variables::Variable *Variables::find(const QString &name)
{
    const auto found = std::ranges::find(m_variables, name, &Variable::name);
    return found == m_variables.end() ? nullptr : &*found;
}

const Variables::Variable *Variables::find(const QString &name) const
{
    const auto found = std::ranges::find(m_variables, name, &Variable::name);
    return found == m_variables.end() ? nullptr : &*found;
}

QStringList Variables::names() const
{
    QStringList all;
    for (const auto &variable : m_variables)
        all << variable.name;
    return all;
}

bool Variables::has(const QString &name) const
{
    return find(name) != nullptr;
}

QString Variables::value(const QString &name, int fleet) const
{
    const auto *variable = find(name);
    return variable == nullptr ? QString() : variable->values.value(fleet);
}

void Variables::set(const QString &name, int fleet, const QString &value)
{
    auto *variable = find(name);
    if (variable == nullptr) {
        m_variables.push_back({name, QStringList(m_fleets.size(), QString())});
        variable = &m_variables.back();
    }
    if (fleet >= 0 && fleet < variable->values.size())
        variable->values[fleet] = value;
}

void Variables::setEverywhere(const QString &name, const QString &value)
{
    for (int fleet = 0; fleet < fleets(); ++fleet)
        set(name, fleet, value);
}

bool Variables::rename(const QString &name, const QString &to)
{
    auto *variable = find(name);
    if (variable == nullptr || (name != to && (has(to) || !isName(to) || to == freshName)))
        return false;
    variable->name = to;
    return true;
}

void Variables::remove(const QString &name)
{
    std::erase_if(m_variables, [&](const Variable &each) { return each.name == name; });
}

bool Variables::isName(const QString &text)
{
    static const QRegularExpression name(u"^[A-Za-z0-9_-]+$"_s);
    return name.match(text).hasMatch();
}

FillingIn::FillingIn(const Variables &variables, int fleet, QString fresh)
    : m_variables(variables)
    , m_fleet(fleet)
    , m_fresh(std::move(fresh))
{
}

QString FillingIn::text(const QString &text)
{
    return fill(text, false);
}

QString FillingIn::json(const QString &text)
{
    return fill(text, true);
}

QString FillingIn::fill(const QString &text, bool isJson)
{
    static const QRegularExpression named(u"\\{\\{\\s*([A-Za-z0-9_-]+)\\s*\\}\\}"_s);
    QString filled;
    qsizetype from = 0;
    for (auto found = named.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        const QString name = match.captured(1);
        const QString value = name == freshName ? m_fresh : m_variables.value(name, m_fleet);
        if (value.isEmpty() && !m_missing.contains(name))
            m_missing << name;
        filled += text.mid(from, match.capturedStart() - from) + (isJson ? escaped(value) : value);
        from = match.capturedEnd();
    }
    return filled + text.mid(from);
}

} // namespace app::console
