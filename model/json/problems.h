// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/checked.h>

#include <QByteArray>
#include <QString>

#include <vector>

namespace model::json {

// One mistake in a JSON file.
struct Problem
{
    QString pointer; // JSON pointer of the value, or of the object which lacks one
    QString message; // what was expected, and what to do; a sentence without the place
};

// Collects what is wrong with one file while it is read. A plain value without a thread of its own.
class Problems
{
public:
    void add(QString pointer, QString message);
    // Enough is enough: from here on problems are counted, not kept. Whoever finds it full may stop looking.
    bool isFull() const;
    bool isEmpty() const { return m_problems.empty(); }
    const std::vector<Problem> &all() const { return m_problems; }

    // As errors of kind InvalidInput in the order of the file. Each subject is "<file>#<pointer>"; each
    // message ends with its line. After the first hundred only the number of further ones is told.
    result::Errors toErrors(const QString &file, const QByteArray &text) const;

private:
    std::vector<Problem> m_problems;
    std::size_t m_dropped = 0;
};

} // namespace model::json
