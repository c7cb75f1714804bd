// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/platform/platform.h>

#include <QHash>
#include <QRegularExpression>
#include <QString>

namespace app::wording {

// Whether a remark says that something was tried again, as a service says it or in the window's language.
bool tellsOfRetry(const model::telemetry::Annotation &remark);

// What services say, in the language that the window speaks when this is made. They speak English and name
// each other by ids, so that what goes over the wire and into files is the same everywhere; what nobody has
// translated stays as it is. GUI thread.
class ServiceTexts
{
public:
    // Whom a message mentions is named by title: a capability of the system, a unit of its shapes, or an
    // instance of one.
    explicit ServiceTexts(model::system::System system = {},
                          const std::vector<model::packaging::Packaging> &packagings = {});

    QString said(const QString &message) const;
    // All the messages in it.
    void dress(services::platform::Snapshot &snapshot) const;
    template<typename Reading>
    Reading dressed(Reading reading) const
    {
        if (!m_templates.empty())
            dress(reading);
        return reading;
    }

private:
    struct Template
    {
        QRegularExpression english; // its first group is %1
        QList<int> arguments; // which number each group has
        QString translated;
        qsizetype letters = 0; // of its own, without the arguments'
    };
    void dress(std::vector<model::telemetry::Span> &spans) const;
    void dress(services::platform::Glances &traces) const;
    void dress(services::platform::LogReading &reading) const;
    void dress(services::platform::TracedLife &life) const;
    void dress(services::platform::OrderBook &orders) const;
    void dress(services::platform::BooksReading &reading) const;
    void dress(std::vector<services::broker::PeekedMessage> &messages) const;
    QString matched(const QString &message) const; // empty: none fits
    QString saidOf(const QString &argument) const; // of a message: a name, or a message itself
    QString titleOf(const QString &id) const; // empty: it is none
    void learnTitles(const std::vector<model::packaging::Packaging> &packagings);
    QString found(const QString &message) const;
    void speak(QString &message) const;

    model::system::System m_system;
    QHash<QString, QString> m_titles; // of capabilities and units, by id
    QHash<QString, QString> m_unitTitles; // whose instances are named after them
    std::vector<Template> m_templates; // the most precise first; none: all is said as it is
    mutable QHash<QString, QString> m_known;
};

} // namespace app::wording
