// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "subject.h"

#include <services/platform/datareading.h>
#include <services/platform/place.h>

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;

namespace app::tables {
class QuietTable;
}

namespace app::inspector {

class DataModel;

// What the selected unit or module keeps in its database, to be read only, and who else may read it. Asks for
// it anew while somebody looks. GUI thread.
class DataPage : public QWidget
{
    Q_OBJECT
public:
    DataPage(const model::system::System &system,
             const std::vector<model::packaging::Packaging> &packagings,
             QWidget *parent = nullptr);

    void select(const Subject &subject);
    void show(const services::platform::Place &unit, const services::platform::DataReading &reading);
    void showFailure(const services::platform::Place &unit, const QString &reason);

Q_SIGNALS:
    void wanted(const services::platform::Place &unit,
                const std::vector<model::system::CapabilityId> &capabilities);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void ask();
    void showTable();
    void showNames(const QStringList &names);
    QString lesson() const; // why nobody else reads this
    services::platform::Place place() const;
    const model::packaging::Unit *unit() const;
    // Which the subject is about and which keep something.
    std::vector<model::system::CapabilityId> keepers() const;

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    Subject m_subject;
    services::platform::DataReading m_reading;
    DataModel *m_model;
    QLabel *m_lesson;
    QComboBox *m_names;
    QLabel *m_count;
    tables::QuietTable *m_table;
    QTimer m_again;
};

} // namespace app::inspector
