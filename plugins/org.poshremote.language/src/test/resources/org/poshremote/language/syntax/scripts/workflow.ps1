workflow Update-Farm
{
    param ([string[]] $Computers, [PSCredential] $Credential)
    foreach -parallel -throttlelimit 5 ($computer in $Computers)
    {
        sequence
        {
            $state = inlinescript { Get-Service -Name w3svc -ComputerName $using:computer }
            parallel { Checkpoint-Workflow; Suspend-Workflow }
            if ($state.Status -ne 'Running') { Restart-Computer -PSComputerName $computer -Wait -Force }
        }
    }
}

configuration Farm
{
    param ([Parameter(Mandatory)] [string] $Role, [string[]] $NodeName = @('localhost'))

    Import-DscResource -ModuleName PSDesiredStateConfiguration, @{ ModuleName = 'xWebAdministration'; ModuleVersion = '3.1' }

    Node $AllNodes.Where{ $_.Role -eq $Role }.NodeName
    {
        WindowsFeature IIS
        {
            Ensure = 'Present'
            Name   = 'Web-Server'
        }

        xWebsite Default
        {
            Ensure      = 'Present'
            Name        = 'Default'
            BindingInfo = MSFT_xWebBindingInformation
            {
                Protocol = 'http'
                Port     = 80
            }
            DependsOn   = '[WindowsFeature]IIS'
        }

        foreach ($share in $ConfigurationData.NonNodeData.Shares)
        {
            File "share-$($share.Name)" { DestinationPath = $share.Path; Type = 'Directory' }
        }

        Script Once
        {
            GetScript  = { @{ Result = (Get-Content C:\once.txt -ErrorAction SilentlyContinue) } }
            SetScript  = { 'done' | Set-Content C:\once.txt }
            TestScript = { Test-Path C:\once.txt }
        }

        LocalConfigurationManager { RebootNodeIfNeeded = $true }
    }
}
