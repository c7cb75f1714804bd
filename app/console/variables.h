// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <utility>
#include <vector>

namespace app::console {

// What a request may name instead of a value ("{{token}}"): each has a value in each fleet, since a session
// of one is nothing to another. A value.
class Variables
{
public:
    explicit Variables(QStringList fleets = {}); // their titles

    int fleets() const { return static_cast<int>(m_fleets.size()); }
    QString fleet(int index) const { return m_fleets.value(index); }
    QStringList names() const; // in the order in which they came
    bool has(const QString &name) const;
    QString value(const QString &name, int fleet) const; // empty: none yet
    void set(const QString &name, int fleet, const QString &value); // adds it
    void setEverywhere(const QString &name, const QString &value);
    // False: there is no such one, or there is one of the new name, or that is no name.
    bool rename(const QString &name, const QString &to);
    void remove(const QString &name);

    // Letters, digits, hyphens and underscores.
    static bool isName(const QString &text);

    bool operator==(const Variables &) const = default;

private:
    struct Variable
    {
        QString name;
        QStringList values; // by fleet
        bool operator==(const Variable &) const = default;
    };
    Variable *find(const QString &name);
    const Variable *find(const QString &name) const;

    QStringList m_fleets;
    std::vector<Variable> m_variables;
};

// Puts the values of one fleet in where a request names them. {{fresh}} is a word that no other request has.
class FillingIn
{
public:
    FillingIn(const Variables &variables, int fleet, QString fresh);

    QString text(const QString &text);
    QString json(const QString &text); // the same within a JSON text, where values are escaped
    // Those that were named since the last time and have no value.
    QStringList takeMissing() { return std::exchange(m_missing, {}); }
    QString fleet() const { return m_variables.fleet(m_fleet); }

private:
    QString fill(const QString &text, bool isJson);

    const Variables &m_variables;
    int m_fleet;
    QString m_fresh;
    QStringList m_missing;
};

} // namespace app::console
